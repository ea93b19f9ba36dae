import { type Finding, fails, holds } from '../finding.ts';
import { wholeJson } from '../json/find-json.ts';
import { reason } from '../reasons.ts';
import { spanOfView } from '../text/view.ts';
import type { Kind } from './kind.ts';

/** The answer is JSON; strictly, nothing but JSON. With a path: the field holds JSON. */
export const isJson: Kind<'is-json'> = {
  strict: true,
  negatedWithoutField: 'met',
  judge(_check, subject, { answer, strict }): Finding {
    if (subject.node) {
      const inside = subject.node.kind !== 'string' || wholeJson(subject.view.text) !== undefined;
      return inside
        ? holds(reason('json-found', {}), [subject.node])
        : fails(reason('not-json', {}), [spanOfView(subject.raw)]);
    }
    const node = answer.json(strict);
    if (node) return holds(reason('json-found', {}), [{ start: node.start, end: node.end }]);
    const inside = strict ? answer.json(false) : undefined;
    if (!inside) return fails(reason('not-json', {}));
    const { output } = answer;
    const around = [
      { start: 0, end: inside.start },
      { start: inside.end, end: output.length },
    ].filter(({ start, end }) => output.slice(start, end).trim() !== '');
    return fails(reason('not-only-json', {}), around);
  },
};
