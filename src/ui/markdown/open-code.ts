const opening = /^( {0,3})(`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*\n/;

/** Lines of one piece: what the browser lays out again when a line is added. */
const linesInPiece = 40;

/**
 * A code fence that is still open, written into the page line by line: a fence can be as long as the whole answer, and
 * nothing in it means anything but its end.
 */
export class OpenCode {
  readonly element = document.createElement('pre');
  #code = this.element.appendChild(document.createElement('code'));
  #indent: number;
  #closing: RegExp;
  /** Of the fence's text, its first line included: as far as it has been looked at. */
  #seen: number;
  #lines = 0;
  #last: Text | undefined;
  /** What stands in the page of the line that is not whole yet. */
  #partial = '';

  /** The open fence that begins a text; `undefined` when there is none, or it is closed. */
  static begin(raw: string): OpenCode | undefined {
    const start = opening.exec(raw);
    if (!start) return undefined;
    const code = new OpenCode(start[1]?.length ?? 0, start[2] ?? '```', start[0].length);
    return code.grow(raw) ? code : undefined;
  }

  private constructor(indent: number, fence: string, start: number) {
    this.#indent = indent;
    this.#closing = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    this.#seen = start;
  }

  /** Takes the text of the fence as it is now. False when the fence has ended. */
  grow(raw: string): boolean {
    for (let end = raw.indexOf('\n', this.#seen); end >= 0; end = raw.indexOf('\n', this.#seen)) {
      const line = raw.slice(this.#seen, end);
      if (this.#closing.test(line)) return false;
      this.#write(`${this.#stripped(line)}\n`);
      this.#partial = '';
      this.#lines += 1;
      this.#seen = end + 1;
    }
    const partial = raw.slice(this.#seen);
    if (this.#closing.test(partial)) return false; // it may be; the next characters tell
    this.#write(this.#stripped(partial));
    this.#partial = this.#stripped(partial);
    return true;
  }

  #stripped(line: string): string {
    let spaces = 0;
    while (spaces < this.#indent && line[spaces] === ' ') spaces++;
    return line.slice(spaces);
  }

  /** Puts a line in place of what stands of it. */
  #write(line: string): void {
    if (!this.#last || (this.#lines % linesInPiece === 0 && this.#partial === '')) {
      const piece = document.createElement('span');
      piece.style.display = 'block';
      this.#last = piece.appendChild(document.createTextNode(''));
      this.#code.append(piece);
    }
    if (line.startsWith(this.#partial)) this.#last.appendData(line.slice(this.#partial.length));
    else this.#last.replaceData(this.#last.length - this.#partial.length, this.#partial.length, line);
  }
}
