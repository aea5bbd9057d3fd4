import type { FileCase } from './file-case';

/** Models named in configuration. */
export const configurationCases: FileCase[] = [
  [
    '.env',
    '.env.example',
    'KEY=\nCHAT_MODEL=gpt-4o-mini-2024-07-18 # cheap\nLOG=debug\n',
    ['model gpt-4o-mini-2024-07-18 2'],
  ],
  [
    'properties',
    'src/main/resources/application.properties',
    'spring.ai.openai.chat.options.model=gpt-4o\n',
    ['model gpt-4o 1'],
  ],
  [
    'TOML',
    'settings.toml',
    '[llm]\nmodel = "claude-3-5-sonnet-latest"\ntext = """\nmodel = "gpt-4o"\n"""\n',
    ['model claude-3-5-sonnet-latest 2'],
  ],
  [
    'a Makefile',
    'Makefile',
    'MODEL_NAME ?= tiny-7b.Q4_K_M.gguf\n# ollama pull gpt-oss\nrun:\n\tollama pull llama3.1:8b\n',
    ['model tiny-7b.Q4_K_M.gguf 1', 'model llama3.1:8b 4'],
  ],
  [
    'a Dockerfile',
    'Dockerfile',
    'FROM python:3.12\nARG MODEL_URL=https://huggingface.co/org/repo-GGUF/resolve/main/tiny.gguf\n',
    ['model tiny.gguf 2'],
  ],
  [
    'a compose file',
    'docker-compose.yml',
    'services:\n  e:\n    image: vllm/vllm-openai\n    command: --model-id thenlper/gte-base\n',
    ['model thenlper/gte-base 4'],
  ],
  [
    'Bicep without what is allowed',
    'infra/main.bicep',
    "@allowed([ 'gpt-4', 'gpt-4o' ])\nparam chatModelName string = 'gpt-4o-mini'\nparam chatModelVersion string = '2024-07-18'\n",
    ['model gpt-4o-mini 2'],
  ],
  [
    'parameters with a default',
    'infra/main.parameters.json',
    '{"parameters": {"chatDeployment": {"value": "${CHAT=gpt-4o}"}, "sku": {"value": "S0"}}}',
    ['model gpt-4o 1'],
  ],
  [
    'a deployment with an alias',
    'infra/ai.yaml',
    'deployments:\n  - name: gpt-4\n    model:\n      name: gpt-4o\n',
    ['model gpt-4o 4'],
  ],
  ['dummies', 'conf/app.yaml', 'model: your-model\nmodel_name: test-model\nmodel_id: <id>\n', []],
  [
    'words of other trades',
    'conf/shop.yaml',
    'model: T-1000\ncar_model: fiat/500\nengine: postgres\ndata_model: models.User\n',
    ['model fiat/500 2 ?ai'],
  ],
  ['a name that only begins like a model', 'conf/index.yaml', 'index_name: claude-3-rag\nwandb_run: gpt2-124M\n', []],
  ['a manifest', 'package.json', '{"name": "x", "model": "gpt-4o"}', []],
  [
    'collections with their shares, by the keys of a map',
    'recipes/sft.yaml',
    'model_name_or_path: Qwen/Qwen2.5-0.5B\ndataset_mixer:\n  orchard/chats: 1.0\n  orchard/letters: 0.2\n',
    ['model Qwen/Qwen2.5-0.5B 1', 'dataset orchard/chats 3 ?ai', 'dataset orchard/letters 4 ?ai'],
  ],
  [
    'a list of collections by their path',
    'axolotl.yml',
    'base_model: meta-llama/Llama-3.2-1B\ndatasets:\n  - path: orchard/chats\n    type: alpaca\n  - path: data/letters.jsonl\n',
    ['model meta-llama/Llama-3.2-1B 1', 'dataset orchard/chats 3 ?ai', 'dataset data/letters.jsonl 5 ?ai'],
  ],
  [
    'collections in one text, in the settings of a training',
    'train.yaml',
    'model_name_or_path: Qwen/Qwen2.5-0.5B\ndataset: identity,alpaca_en\nnum_train_epochs: 3\n',
    ['model Qwen/Qwen2.5-0.5B 1', 'dataset identity 2 ?ai', 'dataset alpaca_en 2 ?ai'],
  ],
  [
    'folders of data, and what is read in them',
    'conf/data/voices.yaml',
    'name: voices\nroot: data/voices\ntrain_list: data/voices/train.txt\noutput_dir: runs/data\n',
    ['dataset data/voices 2 ?ai', 'dataset data/voices/train.txt 3 ?ai'],
  ],
  ['a dataset of a warehouse', 'deploy.yaml', 'bigquery:\n  dataset: analytics\n  root: data/tables\n', []],
  [
    'what an encoder begins with',
    'conf/model/encoder.yaml',
    'pretrained: orchard/wave-base\nbackbone: resnet50\n',
    ['model orchard/wave-base 1 ?ai'],
  ],
  [
    'models of an agent library, in a list',
    'OAI_CONFIG_LIST',
    '[{"model": "gpt-4-turbo-preview", "api_key": "x"}]',
    ['model gpt-4-turbo-preview 1'],
  ],
  [
    'a tag behind its provider',
    'promptfooconfig.yaml',
    'providers:\n  - ollama:chat:gemma2:9b\n',
    ['model gemma2:9b 2'],
  ],
  [
    'data that a script fetches',
    'scripts/get_data.sh',
    'wget https://host.example/noise.tar.gz -P data\nkaggle datasets download -d orchard/apples\ncurl -O https://host.example/tool.zip\n',
    ['dataset host.example/noise.tar.gz 1 ?ai', 'dataset orchard/apples 2 ?ai'],
  ],
  [
    'benchmarks that a harness is told',
    'eval.sh',
    'lm_eval --model hf \\\n  --tasks orchard_qa,hellaswag\n',
    ['dataset orchard_qa 2 ?ai', 'dataset hellaswag 2 ?ai'],
  ],
];
