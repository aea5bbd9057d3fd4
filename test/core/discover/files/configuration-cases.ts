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
];
