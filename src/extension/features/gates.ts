import { commands, Disposable, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { QuickInputButton, QuickPickItem } from 'vscode';
import type { CheckReleaseArguments, GateAnswer, GateParams, GateReasonShown, TickArguments } from '../../protocol';
import type { Feature, Host } from '../context';
import { applyEdits, openAt } from '../edits';
import { offerFixes } from '../offer-fixes';
import { pickProject } from '../pick-project';
import { shortDay } from '../words';

const FIX: QuickInputButton = { iconPath: new ThemeIcon('lightbulb'), tooltip: 'Fix: show the ways out' };
/** Who ticked last, offered the next time. */
const PERSON = 'person';

/** Gates: the decision with every reason, and the ticks of a checklist, which only people make. */
export const gates: Feature = (host) =>
  Disposable.from(
    commands.registerCommand('aiBaseline.newRelease', () =>
      commands.executeCommand('aiBaseline.newDocument', 'release-checklist'),
    ),
    commands.registerCommand('aiBaseline.checkRelease', (given?: CheckReleaseArguments) => checkRelease(host, given)),
    commands.registerCommand('aiBaseline.tickItem', (given?: TickArguments) => tickItem(host, given)),
  );

interface ReasonItem extends QuickPickItem {
  readonly reason?: GateReasonShown;
  readonly run?: 'record';
}

async function checkRelease(host: Host, given: CheckReleaseArguments | undefined): Promise<void> {
  const asked = given ?? (await askWhich(host));
  if (!asked) return;
  const params: GateParams = { project: asked.project, gate: 'release', checklist: asked.checklist };
  const answer = await host.server.gate(params);
  const pick = window.createQuickPick<ReasonItem>();
  pick.title = `${answer.line} (${answer.subject})`;
  pick.placeholder =
    answer.reasons.length === 0 ? 'Nothing stands in the way.' : 'Enter shows the place; the bulb leads to a way out.';
  pick.matchOnDetail = true;
  pick.items = itemsOf(answer);
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    if (item.reason) void fix(item.reason);
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    pick.hide();
    if (item?.run === 'record') void recordDecision(host, params, answer);
    else if (item?.reason) void show(item.reason);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

/** The open checklist, or the newest one of the project. */
async function askWhich({ server }: Host): Promise<{ project: string; checklist: string | null } | undefined> {
  const open = window.activeTextEditor?.document;
  const { projects } = await server.choices();
  // Projects come in the order of their paths: the last that fits is the innermost. Two ways to write one address are one path.
  const own = open && projects.filter(({ uri }) => open.uri.path.startsWith(`${Uri.parse(uri, true).path}/`)).at(-1);
  if (open && own && /^record:\s*release-checklist\b/mu.test(open.getText().slice(0, 2000))) {
    return { project: own.uri, checklist: open.uri.toString() };
  }
  const picked = await pickProject(projects, 'Check release');
  return picked && { project: picked.uri, checklist: null };
}

const HEADS = [
  ['blocks', 'Blocks', '$(error)'],
  ['unread', 'Could not be read', '$(question)'],
  ['condition', 'Conditions', '$(warning)'],
] as const;

function itemsOf({ reasons, checklist, outcome }: GateAnswer): ReasonItem[] {
  const groups = HEADS.flatMap(([weight, label, icon]): ReasonItem[] => {
    const of = reasons.filter((reason) => reason.weight === weight);
    if (of.length === 0) return [];
    return [
      { label, kind: QuickPickItemKind.Separator },
      ...of.map((reason) => ({
        label: `${icon} ${reason.message}`,
        description: reason.due === null ? '' : `due ${shortDay(reason.due)}`,
        detail: reason.wayOut,
        buttons: reason.fixable || reason.recordKind !== null ? [FIX] : [],
        reason,
      })),
    ];
  });
  if (checklist === null || outcome === 'undecided' || !workspace.isTrusted) return groups;
  const record: ReasonItem = {
    label: '$(pencil) Record this decision…',
    detail: 'Writes outcome, your name, the day and what was decided on into the checklist.',
    run: 'record',
  };
  return [...groups, { label: 'Decision', kind: QuickPickItemKind.Separator }, record];
}

async function show({ place, recordKind }: GateReasonShown): Promise<void> {
  if (place) await openAt(place.uri, place.range);
  else if (recordKind !== null) await commands.executeCommand('aiBaseline.newDocument', recordKind);
}

async function fix(reason: GateReasonShown): Promise<void> {
  if (reason.recordKind !== null) {
    await commands.executeCommand('aiBaseline.newDocument', reason.recordKind);
    return;
  }
  await show(reason);
  if (reason.place) await offerFixes(reason.place);
}

async function recordDecision(host: Host, params: GateParams, { line }: GateAnswer): Promise<void> {
  const approver = await askPerson(host, `Record: ${line}`, 'Who takes this decision? Name and role.');
  if (approver === undefined) return;
  const done = await applyEdits(await host.server.recordDecision({ ...params, approver }));
  if (!done) void window.showWarningMessage('AI Baseline: nothing was recorded. Can the checklist be read?');
}

async function tickItem(host: Host, given: TickArguments | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  const at = given ?? (editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line + 1 });
  if (!at) return;
  const by = await askPerson(host, 'Tick this item', 'Who ticks it? Name and day are written behind the item.');
  if (by === undefined) return;
  const done = await applyEdits(await host.server.tick({ ...at, by }), { open: false });
  if (!done)
    void window.showInformationMessage('AI Baseline: there is no item of a checklist on this line that needs a tick.');
}

/** Asked each time, with the answer of the last time: a tick and a decision are somebody's own. */
async function askPerson({ extension }: Host, title: string, prompt: string): Promise<string | undefined> {
  const last = extension.workspaceState.get<string>(PERSON, '');
  const name = await window.showInputBox({
    ...{ title, prompt, value: last, ignoreFocusOut: true },
    validateInput: (value) => (value.trim() === '' ? 'A name is needed' : null),
  });
  if (name !== undefined) await extension.workspaceState.update(PERSON, name.trim());
  return name?.trim();
}
