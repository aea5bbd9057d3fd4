/** How reports of ours begin, whatever their format: what begins otherwise, somebody else wrote. */
const BEGINNINGS: readonly RegExp[] = [
  // Markdown: life cycle and statement with their header, a gate, a threat model with its diagram.
  /^# (?:AI life cycle of|Statement of claims:) .{1,300}\n\nClaims made by the project itself for \d/u,
  /^# (?:Go|No go|Undecided)\b.{0,60}\n\n.{1,300}, as of \d{4}-\d\d-\d\d\.\n/u,
  /^# Threat model: .{1,300}\n[^]{1,4000}\n```mermaid\nflowchart LR\n/u,
  /^(?:Go|No go|Undecided)\b.{0,60}\nGate (?:design|release|retire)\b/u,
  /^ETSI EN 304 223 V\S+ \d+ phases, \d+ principles, \d+ provisions\n/u,
  /^<!DOCTYPE html>\n<html lang="en"><head>[^]{1,400}<title>AI life cycle of /u,
  /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" class="ab-diagram"/u,
  // JSON: our own, and that of standards in which a tool names itself.
  /^\{\s*"schema": ?"ai-baseline[-a-z]*\/\d+"/u,
  /^\{\s*"standard": ?\{\s*"id": ?"ETSI EN 304 223"/u,
  /^\{\s*"\$schema": ?"[^"]*sarif[^"]*"[^]{1,300}"driver": ?\{\s*"name": ?"ai-baseline"/u,
  /^\{\s*"\$schema": ?"http:\/\/cyclonedx\.org\/[^]{1,600}"name": ?"ai-baseline"/u,
  /^\{\s*"(?:catalog|component-definition|assessment-results)": ?\{[^]{1,900}"urn:ai-baseline:oscal"/u,
];

/** The first row of our tables; others may have it too, so the rows below have to speak of the standard. */
const TABLE =
  /^(?:Provision,(?:UK Code|What it asks)|Asset,Kind,Name,|Issue ID,Parent,|ID,Work Item Type,|title,body,labels,)[^\n]*\n(?=$|[^]*EN 304 223 V)/u;

/** How the text of a scan ends; it begins with whatever was found. */
const SCAN_END =
  /(?:^|\n)(?:[\d,]+ files? read\.|Of [\d,]+ files [\d,]+ could not be read:)(?:\n {2}.*|\nFolders that were not entered:|\nLeft out: .*)*\s*$/u;

const LOOKED_AT = 8000;

/**
 * Whether a text is a report of ours, which may give way to a newer one. Threat models written for other tools are none:
 * people go on working on them there.
 */
export function isOwnReport(text: string): boolean {
  // Colours, a byte order mark and the line endings of Git for Windows do not make it another's.
  const plain = (part: string) => part.replace(/\p{Cc}\[\d+m|^\uFEFF|\r(?=\n)/gu, '');
  const start = plain(text.slice(0, LOOKED_AT));
  return [...BEGINNINGS, TABLE].some((sign) => sign.test(start)) || SCAN_END.test(plain(text.slice(-LOOKED_AT)));
}
