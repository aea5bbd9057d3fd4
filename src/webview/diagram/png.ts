import type { DiagramPage } from '../../protocol';

const LARGEST = 8000;
const COLOURS = [
  '--vscode-editor-foreground',
  '--vscode-editor-background',
  '--vscode-descriptionForeground',
  '--vscode-editorWarning-foreground',
  '--vscode-focusBorder',
];

/** The picture as base64 of a PNG, in the colours of the editor, twice as fine as shown; less where it would be too large. */
export async function pngOf({ svg, width, height }: DiagramPage): Promise<string> {
  const scale = Math.min(2, LARGEST / width, LARGEST / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(coloured(svg))}`;
  await image.decode();
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/u, '');
}

/** A picture by itself knows nothing of the editor: its colours go in. */
function coloured(svg: string): string {
  const style = getComputedStyle(document.documentElement);
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const values = COLOURS.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  root.documentElement.setAttribute('style', values);
  return new XMLSerializer().serializeToString(root);
}
