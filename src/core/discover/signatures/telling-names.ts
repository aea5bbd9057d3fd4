import type { Families } from './families';
import { behindProvider, isPlainId } from './model-names';

/** Endings that hardly anything but weights has, part of an expression. */
export const WEIGHTS_ENDINGS =
  'pmml|ort|ptl|pte|ser\\.gz|onnx|gguf|safetensors|tflite|ggml|caffemodel|keras|ckpt|pth|mlmodel|mlpackage|llamafile';
const WEIGHTS_FILE = new RegExp(
  `^[\\w./-]*(?:[\\w-]\\.(?:${WEIGHTS_ENDINGS})|ggml-[\\w.-]+\\.bin|model_final_?\\w*\\.pkl)$`,
  'i',
);
const WEIGHTS_URL = new RegExp(
  `^https?://[^\\s{}<>"]+/[^/\\s{}<>"]+\\.(?:${WEIGHTS_ENDINGS}|task|pt|th)(?:\\?\\S*)?$`,
  'i',
);
/** What a hub hands out as a file. */
const HUB_FILE =
  /^https:\/\/(?:huggingface|hf)\.co\/(?!datasets\/|spaces\/)[^\s{}<>"/]+\/[^\s{}<>"/]+\/resolve\/[^\s{}<>"]+\.bin(?:\?\S*)?$/i;
/** What every repository of a hub calls its weights. */
const USUAL_NAME = /(?:^|\/)(?:pytorch_|diffusion_pytorch_|adapter_|tf_|flax_)?model(?:_quantized|_fp16)?\.\w+$/i;
/** Addresses at which a hub's service runs a model. */
const INFERENCE =
  /^https:\/\/(?:(?:api-inference|router)\.huggingface\.co\/(?:hf-inference\/)?models\/(?=[\w.-])|api\.cloudflare\.com\/client\/v4\/accounts\/[^/]+\/ai\/run\/(?=@)|gateway\.ai\.cloudflare\.com\/v1\/[^/]+\/[^/]+\/workers-ai\/(?=@))(@[\w-]+\/[\w.-]+\/[\w.-]+|[\w.-]+\/[\w.-]+)/i;
/** Ids of a service that marks its own: `@cf/meta/llama-3.1-8b-instruct`. */
const MARKED = /^@(?:cf|hf)\/[\w.-]+\/[\w.-]+$/;

/** True for a text that names a model whatever it is kept under or handed to. */
export function tellsByItself(text: string, families: Families): boolean {
  if (text.length < 5 || text.length > 300) return false;
  if (text.startsWith('@')) return MARKED.test(text);
  if (text.startsWith('http')) return WEIGHTS_URL.test(text) || HUB_FILE.test(text) || INFERENCE.test(text);
  if (isHubId(text, families) || isPrefixed(text, families)) return true;
  // `GPT-4o` is how people write what they mean.
  return (isPlainId(text, families) && !/[A-Z]/.test(text)) || (WEIGHTS_FILE.test(text) && !USUAL_NAME.test(text));
}

const HUB_ID = /^[A-Za-z][\w.-]*\/([\w-][\w.-]*)$/;
const SIZE_OR_STATE =
  /(?:^|[-_.])(?:\d+(?:\.\d+)?[bm]|\d+x\d+b|instruct|chat|it|gguf|ggml|awq|gptq|base|large|small|tiny|mini)(?:$|[-_.])/i;

/** `openai:gpt-5-mini`, `ollama:llama3.2:3b`, `openrouter/meta-llama/llama-3.3-70b-instruct`: a known provider and an id. */
function isPrefixed(text: string, families: Families): boolean {
  if (!/^[a-z][\w-]*[:/][\w./:@-]+$/.test(text) || FILE.test(text)) return false;
  const bare = behindProvider(text, families);
  if (bare === null || !/\d/.test(bare)) return false;
  if (isPlainId(bare, families)) return true;
  // Owners of a hub have data there too.
  const look = HUB_ID.test(text) ? null : families.lookOfId(bare);
  return look !== null && (look.hosted || SIZE_OR_STATE.test(bare.replaceAll(':', '-')));
}

const FILE = /\.(?:md|txt|json|ya?ml|py|[jt]sx?|rs|go|png|html?)$/i;

/** `Qwen/Qwen2.5-0.5B-Instruct`: an owner, a family, a number, and a size or a state. */
function isHubId(text: string, families: Families): boolean {
  const bare = HUB_ID.exec(text)?.[1];
  if (bare === undefined || !/\d/.test(bare) || FILE.test(bare)) return false;
  return SIZE_OR_STATE.test(bare) && families.lookOf(bare) !== null;
}

/** The id in the address of a service that runs models of a hub; null for any other text. */
export function inferenceId(text: string): string | null {
  return INFERENCE.exec(text)?.[1] ?? null;
}

/** Functions that look at a text, or say it to people, and use no model for it. */
const COMPARES =
  /^(?:includes|startsWith|endsWith|indexOf|match|matches|test|equals?|equalsIgnoreCase|contains|starts_?with|ends_?with|hasPrefix|hasSuffix|equalFold|equal|notEqual|assert\w*|expect\w*|to(?:Be|Equal|Contain|Match|Throw|Have|StrictEqual)\w*|is|strictEqual|deepEqual|eq|ne|describe|it|log|logger|info|warn|warning|error|debug|trace|fatal\w*|print\w*|echo|panic|errorf|bail|anyhow|exception|\w*Error|encoding_?for_?model|get_?encoding|split|replace\w*|removeprefix|strip_prefix|trim\w*|require|has|delete|remove|compare\w*|count_?tokens\w*|num_?tokens\w*)$/i;

/** True for the name of a function that is handed ids only to look at them. */
export function comparesOnly(callee: string): boolean {
  return COMPARES.test(callee);
}
