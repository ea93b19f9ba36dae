import { type Bank, type Genre, lines } from './genre.ts';

export const english: Record<Genre, Bank> = {
  explain: {
    open: lines(`
Most of what matters about {topic} can be said in a few words.
To make sense of {topic}, it helps to begin with the basics.
Behind {topic} lies a fairly simple idea.
Few people stop to think about {topic}, and yet it is worth a closer look.`),
    body: lines(`
Small details often decide how things turn out.
A concrete example makes {topic} much easier to grasp.
Habits form early and are hard to change later on.
Everyday experience with {topic} often differs from what the books say.
Two causes usually work together, and neither would be enough alone.
The history of {topic} explains a good deal of what we see today.
It takes time before the first effects can be noticed.
Not everyone agrees about {topic}, and both sides have good reasons.
Cost plays a part as well, though it is seldom the deciding one.
Much depends on the place and on the season.
Those who look closely soon discover patterns.
The first impression can be misleading.
What works in one place may fail in another.
Numbers help when they are few and well chosen.
Older explanations are not always wrong, but they leave something out.
With {topic}, a little knowledge goes a long way.
Good conditions at the start save a lot of trouble afterwards.
A comparison with earlier years shows how much has changed.
In practice, people find their own ways to deal with it.
Some effects last only for a few hours while others stay for years.
Care and patience bring better results than force.
It is useful to tell what is urgent from what merely seems so.
Mistakes are part of learning if they are noticed quickly.
A second opinion rarely does any harm.
Simple tools are enough for a first attempt.
Costs and benefits seldom fall on the same person.
The obvious answer deserves to be tried before the clever one.
Good questions save more time than quick answers.`),
    close: lines(`
Seen this way, {topic} can be understood without any special knowledge.
That is why {topic} will stay a subject of lively debate.
In short, it pays to keep both the details and the whole in view.`),
  },
  message: {
    open: lines(`
Thank you for getting in touch about {topic}.
I am writing to you about {topic}.
Here is a quick word about {topic}.
I wanted to let you know where we stand with {topic}.`),
    body: lines(`
Everything has been arranged so that you do not have to worry about the details.
Please let me know by the end of the week whether this suits you.
If anything is unclear, a short reply to this message is enough.
As for {topic}, you will hear from us within two working days.
We have looked into the matter carefully and want to be open with you.
The team will take care of the rest and keep you informed.
Nothing else is needed from you for the moment.
We know how much this matters to you.
There is still some room for changes if the date does not work for you.
I am happy to talk it over on the phone as well.
Your patience has made things much easier for all of us.
I am sorry for any trouble this may have caused.
We will do our best to make up for it.
Bring along anyone who might be interested.
The door will be open from early in the morning.
All that remains is to choose a time that works for everyone.
Many thanks to all who have helped so far.
A short confirmation would help us with the planning.
You can reach me at my desk until late in the afternoon.
We have put your name on the list already.
I thought you would want to hear this from me first.
Please pass this on to anyone who should know.
We will send you a reminder the day before.
Your questions about {topic} are always welcome.`),
    close: lines(`
I look forward to hearing from you.
Thank you for your patience and your trust.
We hope to see you very soon.`),
  },
  story: {
    open: lines(`
It began on an ordinary evening with {topic}.
At first there was only {topic} and a great silence.
Nobody in the street could say when it had started.
The light was fading, and {topic} filled the whole picture.`),
    body: lines(`
A cold wind moved through the trees and carried the smell of rain.
Somewhere a door closed, and then everything was still.
She stopped for a moment and listened.
The floor creaked under every step.
An old clock on the wall counted the minutes.
Outside, the last lamps were being lit one after another.
He smiled, because he had seen it all before and still could not look away.
The air tasted of salt and wood smoke.
For a while nobody said a word.
There was something about {topic} that made time slow down.
A dog barked twice in the distance.
Warm light fell through the window and drew squares on the floor.
The colours changed from grey to gold within a few minutes.
Her hands were cold, but she did not want to go back inside.
Every sound seemed closer than it was.
A child laughed, and the spell was broken.
The old stones still held the heat of the day.
Memories of {topic} came back without being asked.
Two cups stood on the table, and one of them was empty.
They walked on without hurry, side by side.
A thin mist lay over the fields and hid the road.
From far away came the sound of a bell.
The paint had peeled, yet the place looked cared for.
Dust danced in the first rays of the morning.
Nothing moved except the shadows on the wall.
The key turned with a small and friendly sound.`),
    close: lines(`
In the morning only a few footprints were left.
That is how it ended, quietly and without a fuss.
Long afterwards they still spoke of {topic}.`),
  },
  promo: {
    open: lines(`
Say hello to {topic}.
Make room for {topic}.
Good news for everyone who has been waiting for {topic}.
Meet {topic} and see the difference for yourself.`),
    body: lines(`
Every detail has been chosen to make your day a little easier.
Try it for thirty days without any obligation.
Good quality does not have to cost a fortune.
Years of experience have gone into the result.
It is simple to start and hard to give up.
Our customers tell us that they would never go back.
It fits into busy days and small spaces alike.
With {topic}, even a grey Monday has something to offer.
Honest materials and careful work make all the difference.
Order today and enjoy it before the weekend.
Places are limited, so it pays to be early.
There is nothing to install and nothing to learn.
See for yourself what {topic} can do for you.
Your friends will ask you where you found it.
It was made nearby by people who love their craft.
One small step for your budget brings a big one in comfort.
You will feel the difference from the very first day.
Bring the whole family and take your time.
Our doors are open until late in the evening.
We listen to what you need and advise you in plain words.
Everything you need comes in one box.
Light, sturdy and ready when you are.`),
    close: lines(`
Come and see us this week.
Your new favourite is waiting.
Try it once, and you will understand.`),
  },
  speech: {
    open: lines(`
Dear friends, it is a pleasure to say a few words about {topic}.
Thank you all for being here today.
When I was asked to speak about {topic}, I did not hesitate.`),
    body: lines(`
Some of us have known each other for many years.
I remember the first day as if it were yesterday.
None of this would have been possible without the people in this room.
We have laughed together, and now and then we have disagreed.
What counts in the end is that we stood by each other.
Success like this never belongs to one person alone.
There were difficult days, and we came through them.
Let me share one small memory with you.
Whenever help was needed, somebody was there.
If I have learned one thing about {topic}, it is to be grateful.
The best is still ahead of us.
Look around and see how far we have come.
A kind word at the right time can change a whole day.
Not every plan worked out, but every one of them taught us something.
We owe a great deal to those who came before us.
I have never met a more generous group of people.
May the coming years be as full of life as the last.
Let us take a moment to enjoy what we have built.`),
    close: lines(`
Please raise your glasses with me.
Thank you from the bottom of my heart.
Here is to {topic} and to all of you.`),
  },
  advice: {
    open: lines(`
Set aside a quiet half hour for {topic} before you begin.
Write down what you expect from {topic}.
Start with the part of {topic} that you already know.`),
    body: lines(`
Begin with the easiest part and leave the rest for later.
Keep everything you need within reach.
Set a clear limit for time and money.
Check the result before you move on.
Take a short break every hour.
Ask somebody who already has experience with {topic}.
Plan a reserve for surprises.
Note what worked and what did not.
Do one thing at a time.
Buy one good tool instead of three cheap ones.
Share the work wherever you can.
Tidy up right away.
Read everything to the end before the first step.
Keep a short list on the door or on your phone.
Compare at least two offers.
Stop when it is good enough.
Put safety before speed.
Repeat the routine until it needs no thought.
Tell the others early what you are planning.
Choose a fixed day and stick to it.
Give away what nobody has used for a year.
Take stock of {topic} once a month.
Practise for ten minutes rather than not at all.
Drink enough water and open a window now and then.`),
    close: lines(`
Celebrate each small success along the way.
After a few weeks, {topic} will feel like second nature.`),
  },
};
