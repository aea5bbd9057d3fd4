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
  [
    'variables of a container as a list',
    'compose.yaml',
    'services:\n  talk:\n    environment:\n      - MODEL_ID=orchard/pear-7b-instruct\n      - QUANTIZE=eetq\n    ports:\n      - MODEL_ID=orchard/none-7b\n',
    ['model orchard/pear-7b-instruct 4 ?ai'],
  ],
  [
    'addresses that say by their scheme that a model lies there',
    'models/talk.yaml',
    'parameters:\n  model: huggingface://orchard/pear-GGUF/pear.Q4_K_M.gguf\nsmall: ollama://reed:3b\nother: hf://orchard/moss-1b:Q4_K_M\nrows: hf://datasets/orchard/rows/train.csv\n',
    ['model pear.Q4_K_M.gguf 2', 'model reed:3b 3', 'model orchard/moss-1b 4'],
  ],
  [
    'what a manifest has served',
    'k8s/serve.yaml',
    'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor:\n    sklearn:\n      storageUri: gs://orchard/models/frost\n    model:\n      storageUri: s3://orchard/hail/model.joblib\n',
    ['model gs://orchard/models/frost 6', 'model orchard/hail/model.joblib 8'],
  ],
  [
    'the storage of something else',
    'backup.yaml',
    'model: none\nbackup:\n  storageUri: gs://orchard/backups/sunday\n',
    [],
  ],
  [
    'a provider of an evaluation in a file of its own, and judges by what they do',
    'evals/provider.yaml',
    'id: mistral:ministral-8b-latest\nconfig:\n  temperature: 0\ndefaultTest:\n  options:\n    provider:\n      text: openai:o4-mini\n      embedding: openai:embeddings:text-embedding-3-small\n',
    ['model ministral-8b-latest 1', 'model o4-mini 7', 'model text-embedding-3-small 8'],
  ],
  [
    'variables of a container by name and value',
    'k8s/talk.yaml',
    'containers:\n  - env:\n      - name: RERANK_MODEL\n        value: orchard/rank-1b-instruct\n      - name: Model\n        value: orchard/none-1b-instruct\n',
    ['model orchard/rank-1b-instruct 4 ?ai'],
  ],
  [
    'the same in infrastructure as code',
    'infra/app.bicep',
    "resource app 'x' = {\n  properties: {\n    env: [\n      { name: 'AZURE_OPENAI_CHAT_MODEL', value: 'gpt-4.1' }\n      {\n        name: 'EMBED_MODEL'\n        value: 'text-embedding-3-small'\n      }\n    ]\n  }\n}\n",
    ['model gpt-4.1 4', 'model text-embedding-3-small 7'],
  ],
  [
    'tags that are plain words, in commands and in the chart of Ollama',
    'values.yaml',
    'ollama:\n  models:\n    pull:\n      - moondream\n      - gemma2:2b\nrun: ollama pull reedling\nhint: ollama pull again\njobs:\n  pull:\n    - mainline\n',
    ['model moondream 4', 'model gemma2:2b 5', 'model reedling 6'],
  ],
  [
    'servers by the model behind their command',
    'serve.sh',
    'lmdeploy serve api_server orchard/pear-7b-chat --server-port 23333\n',
    ['model orchard/pear-7b-chat 1 ?ai'],
  ],
];
