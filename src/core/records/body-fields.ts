import type { RecordField, RecordKind } from '../catalogue';
import { isAnswer, saysWhyNot, withoutComments } from './answers';
import type { Trouble } from './keys';
import type { RecordSource } from './record-source';
import { taskItems } from './sections';
import type { Section, TaskItem } from './sections';
import { readTables } from './tables';
import { judgeValue } from './values';

/** How a heading stands: where its answer belongs, whether it is missing, and what is wrong with it. */
export interface HeadingJudgement {
  /** Offsets of the place to show; null where the heading is not there at all. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly open: boolean;
  readonly trouble: readonly Trouble[];
}

/** The sections of a body by the field they answer; a heading inside the section of another field stands for itself. */
export class BodyFields {
  private readonly byField = new Map<RecordField, Section[]>();
  private readonly fieldOf = new Map<Section, RecordField>();
  private readonly order = new Map<Section, number>();

  constructor(
    kind: RecordKind,
    private readonly source: RecordSource,
  ) {
    const names = new Map<string, RecordField>();
    for (const field of kind.fields.filter((each) => each.heading !== undefined)) {
      for (const name of [field.heading ?? '', ...field.aliases, field.label]) {
        if (!names.has(titleKey(name))) names.set(titleKey(name), field);
      }
    }
    for (const [index, section] of source.sections.entries()) {
      this.order.set(section, index);
      const field = names.get(titleKey(section.title));
      if (field === undefined) continue;
      this.fieldOf.set(section, field);
      const sections = this.byField.get(field);
      if (sections) sections.push(section);
      else this.byField.set(field, [section]);
    }
  }

  /** The field whose heading or text stands at an offset. */
  at(offset: number): RecordField | null {
    let found: RecordField | null = null;
    for (const section of this.source.sections) {
      if (section.start > offset) break;
      found = this.fieldOf.get(section) ?? found;
      if (offset <= section.end) return this.fieldOf.get(section) ?? null;
    }
    return found;
  }

  /** What people wrote under the headings of a field; empty where nothing answers it. */
  text(field: RecordField): string {
    const own = { help: field.help, template: field.template };
    return (this.byField.get(field) ?? [])
      .flatMap((section) => this.parts(section))
      .map((part) => withoutComments(this.source.text.slice(part.contentStart, part.contentEnd)).trim())
      .filter((text) => isAnswer(text, own))
      .join('\n\n');
  }

  judge(field: RecordField): HeadingJudgement {
    const sections = this.byField.get(field) ?? [];
    const first = sections[0];
    if (first === undefined) return { place: null, open: true, trouble: [] };
    if (field.type === 'task-list' || field.type === 'choice') return this.tasks(field, first);
    if (field.type === 'rows') return this.rows(field, sections, first);
    const open = !sections.some((section) => this.answers(field, section));
    return { place: first, open, trouble: [] };
  }

  private answers(field: RecordField, section: Section): boolean {
    const own = { help: field.help, template: field.template };
    return this.parts(section).some((part) =>
      isAnswer(this.source.text.slice(part.contentStart, part.contentEnd), own),
    );
  }

  /** The rows of its tables; words beside or instead of a table answer it too. */
  private rows(field: RecordField, sections: readonly Section[], first: Section): HeadingJudgement {
    const found = sections
      .flatMap((section) => this.parts(section))
      .map((part) => readTables(this.source.text, part.contentStart, part.contentEnd));
    const trouble: Trouble[] = [];
    let waiting: HeadingJudgement['place'] = null;
    let answered = found.some(({ prose }) => isAnswer(prose, { help: field.help, template: field.template }));
    for (const { rows } of found) {
      if (rows === null || rows.items.length === 0) continue;
      const judged = judgeValue(field, rows);
      trouble.push(...judged.trouble);
      if (judged.open) waiting ??= judged.place ?? first;
      else answered = true;
    }
    return { place: waiting ?? first, open: waiting !== null || !answered, trouble };
  }

  /** The task items under the headings of a field. */
  items(field: RecordField): TaskItem[] {
    return (this.byField.get(field) ?? [])
      .flatMap((section) => this.parts(section))
      .flatMap((part) => taskItems(this.source.text, part.contentStart, part.contentEnd));
  }

  private tasks(field: RecordField, first: Section): HeadingJudgement {
    const items = this.items(field);
    if (field.type === 'choice') return choice(items, first);
    const waiting = items.find((item) => !item.ticked && !saysWhyNot(item.text));
    return { place: waiting ?? first, open: items.length === 0 || waiting !== undefined, trouble: [] };
  }

  /** A section with those below it that are no fields themselves. */
  private parts(section: Section): Section[] {
    const all = this.source.sections;
    const parts = [section];
    for (let index = (this.order.get(section) ?? 0) + 1; index < all.length; index += 1) {
      const next = all[index];
      if (next === undefined || next.level <= section.level || this.fieldOf.has(next)) break;
      parts.push(next);
    }
    return parts;
  }
}

function choice(items: readonly TaskItem[], first: Section): HeadingJudgement {
  const ticked = items.filter((item) => item.ticked);
  const second = ticked[1];
  const trouble = second ? [{ message: 'Only one of these can be ticked', start: second.start, end: second.end }] : [];
  return { place: first, open: ticked.length !== 1, trouble };
}

/** Headings are compared without case, spacing and the marks around words. */
function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
