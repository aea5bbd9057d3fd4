import { said } from './sketch';

/** Words with a name and what it means, as one: formats that hold both get them apart again. */
export function joinNamed(name: string, description: string): string | null {
  const [first, rest] = [said(name), said(description)];
  if (first === null || rest === null || first === rest) return first ?? rest;
  return `${first}: ${rest}`;
}

export function splitNamed(text: string): { readonly name: string; readonly description: string } {
  const at = text.indexOf(': ');
  const whole = { name: text, description: '' };
  if (at <= 0) return whole;
  const parts = { name: text.slice(0, at), description: text.slice(at + 2) };
  return joinNamed(parts.name, parts.description) === text ? parts : whole;
}
