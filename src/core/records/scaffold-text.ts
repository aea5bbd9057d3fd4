import type { Range } from '../model';
import { TextLines } from './text-lines';

/** A text in the making that remembers where the first gap for a person is. */
export class ScaffoldText {
  private readonly parts: string[] = [];
  private length = 0;
  private gapStart: number | null = null;
  private gapEnd = 0;

  line(text = ''): void {
    this.write(`${text}\n`);
  }

  /** A line with a gap between `before` and `after`; `inside` is what is selected there. */
  lineWithGap(before: string, inside: string, after = ''): void {
    const start = this.length + before.length;
    if (this.gapStart === null) [this.gapStart, this.gapEnd] = [start, start + inside.length];
    this.line(before + inside + after);
  }

  get text(): string {
    return this.parts.join('');
  }

  /** Where the first gap is; null where there is none. */
  get gap(): Range | null {
    return this.gapStart === null ? null : new TextLines(this.text).range(this.gapStart, this.gapEnd);
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}
