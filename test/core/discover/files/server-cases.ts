import type { FileCase } from './file-case';

/** Models and data that servers, pipelines and applications are set up with. */
export const serverCases: FileCase[] = [
  [
    'a family of models, which other things are called after too',
    '.env',
    'VEHICLE_MODEL=llama-1\nWIND_MODEL=mistral\nLLM_MODEL=mistral\nCHAT_MODEL=llama3\nTEXT_MODEL=llama3.2:3b\n',
    ['model llama-1 1 ?ai', 'model mistral 2 ?ai', 'model mistral 3', 'model llama3 4', 'model llama3.2:3b 5'],
  ],
  [
    'settings called turbo, with the model below its key',
    'conf/turbo.yaml',
    'model:\n  name_or_path: openai/whisper-small\n  path: ./x\ndetector: yolo11n.pt\n',
    ['model openai/whisper-small 2', 'model yolo11n.pt 4 ?ai'],
  ],
  [
    'folders of a pipeline that hold models',
    'dvc.yaml',
    'stages:\n  train:\n    cmd: python train.py --config models.yaml\n    outs: [models/clerk, docs/models.md]\nmodel: models/base-1\n',
    ['model models/clerk 4 ?ai', 'model models/base-1 5 ?ai'],
  ],
  [
    'a voice and weights of servers in a composition',
    'compose.yaml',
    'services:\n  say:\n    command: --voice de_DE-thorsten-high\n  talk:\n    command: -m /models/talk-q5.gguf -c 2048\n  shout:\n    command: --voice loud\n',
    ['model de_DE-thorsten-high 3', 'model /models/talk-q5.gguf 5'],
  ],
  [
    'data in a script, by its id in a variable and in Python within',
    'get.sh',
    'ID=${1:-orchard/tapes}\nhf download "$ID" --repo-type dataset\npython - <<\'PY\'\nnoise = load_dataset("orchard/noise", "de")\nPY\n',
    ['dataset orchard/tapes 1 ?ai', 'dataset orchard/noise 4 ?ai'],
  ],
];
