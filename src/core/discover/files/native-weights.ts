import type { Sighting } from '../../model';
import { isTestPath } from '../scope';
import { readModelName } from '../signatures/model-names';
import { linesOf } from './line-pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

/** Languages that are read as lines only: what they name is a literal with the ending of weights. */
const LANGUAGES: ReadonlySet<string> = new Set([
  'cc',
  'cpp',
  'cxx',
  'c',
  'h',
  'hpp',
  'm',
  'mm',
  'swift',
  'dart',
  'scala',
  'lua',
  'jl',
  'r',
  'ino',
  'cu',
]);
const MAY_NAME = /\.(?:onnx|tflite|gguf|safetensors|mlmodelc?|mlpackage|engine|torchscript|jit|pt|pth)"/u;
const LITERAL =
  /"([\w./ @+-]{1,160}\.(?:onnx|tflite|gguf|safetensors|mlmodelc?|mlpackage|torchscript|jit|engine|pt|pth))"/gu;
/** Endings that other things have too count beside what loads weights. */
const OTHERS = /\.(?:engine|jit|pt|pth)$/u;
const LOADS = /torch(?:::|\/|script)|nvinfer|tensorrt|libtorch|torchvision/iu;
const MOST = 24;

/** Weights that code of other languages names: `torch::jit::load("net.pt")`, `Ort::Session(env, "net.onnx", …)`. */
export const nativeWeights: Detector = (file) => {
  if (!LANGUAGES.has(file.extension) || file.text === null || isTestPath(file.path)) return [];
  if (file.inFolder('test', 'tests', 'testing', 'third_party', 'unittests') || !MAY_NAME.test(file.text)) return [];
  const loads = LOADS.test(file.text);
  const found: Sighting[] = [];
  for (const { line, number } of linesOf(file.text)) {
    const code = line.replace(/(?:^|\s)(?:\/\/|--\s).*$/u, '');
    if (/^\s*[*#]/u.test(code)) continue;
    for (const match of code.matchAll(LITERAL)) {
      if (loads || !OTHERS.test(match[1] ?? '')) found.push(...sightingOf(file, match, number));
    }
  }
  return found.length > MOST ? [] : found;
};

function sightingOf(file: ScannedFile, match: RegExpExecArray, line: number): Sighting[] {
  const [literal, written = ''] = match;
  const read = /^\.\w+$/u.test(written) ? null : readModelName(written, 'file', file.families);
  if (!read) return [];
  const column = match.index + 1;
  const range = { line, column, endLine: line, endColumn: column + literal.length };
  const told = { kind: 'model', name: read.name, written, signature: 'file.native', confidence: 'high' } as const;
  const aliases = read.aliases.length > 0 ? { aliases: read.aliases } : {};
  return [named(file, range, { ...told, pin: read.pin, ...aliases })];
}
