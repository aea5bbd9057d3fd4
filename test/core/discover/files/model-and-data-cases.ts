import { binary, POINTER, type FileCase } from './file-case';

const NPY = binary(0x93, 'NUMPY', 1, 0);

/** Weights, model folders, pointers, data. */
export const modelAndDataCases: FileCase[] = [
  [
    'cases that a test of answers reads',
    'pkg/testdata/golden_drafts.json',
    '[{ "mail": "Where is it?", "want": "a number" }]',
    ['dataset pkg/testdata/golden_drafts.json 1 ?use'],
  ],
  ['weights by extension', 'models/triage.onnx', binary(8, 7, 0), ['model models/triage.onnx 1']],
  ['a Git LFS pointer', 'zoo/face.onnx', POINTER, ['model zoo/face.onnx 1']],
  ['weights by their first bytes', 'x/stuff.bin', binary('GGUF', 3, 0, 0, 0), ['model x/stuff.bin 1']],
  [
    'shards under their folder',
    'llm/model-00001-of-00003.safetensors',
    binary(1, 0, 0, 0, 0, 0, 0, 0, '{'),
    ['model llm 1'],
  ],
  ['an ambiguous extension without a sign', 'src/blob.bin', binary(1, 2, 0), ['model src/blob.bin 1 ?use']],
  [
    'an ambiguous extension in a folder of models',
    'checkpoints/last.pt',
    binary(0x50, 0x4b, 3, 4),
    ['model checkpoints/last.pt 1'],
  ],
  ['a vocabulary in a folder of models', 'models/vocab.pkl', binary(0x80, 4, 0), ['model models/vocab.pkl 1 ?use']],
  ['a program with the extension of weights', 'models/model.bin', binary('\u007fELF', 0), []],
  ['a text with the extension of weights', 'app/model.model', 'class Model {}', []],
  ['a model folder of the hub', 'm/bert/config.json', '{"model_type": "bert", "vocab_size": 3}', ['model m/bert 1']],
  ['any other config.json', 'm/app/config.json', '{"type": "bert", "port": 3}', []],
  [
    'an adapter with its base model',
    'lora/adapter_config.json',
    '{\n "base_model_name_or_path": "meta-llama/Llama-2-7b-hf"\n}',
    ['model lora 1', 'model meta-llama/Llama-2-7b-hf 2'],
  ],
  [
    'a model of MLflow',
    'runs/1/model/MLmodel',
    'artifact_path: model\nflavors:\n  sklearn: {}\n',
    ['model runs/1/model 1'],
  ],
  [
    'a Modelfile',
    'Modelfile',
    'FROM llama3.1:8b\nSYSTEM You are a pirate.\n',
    ['prompt Modelfile 1', 'model llama3.1:8b 1'],
  ],
  ['a DVC pointer', 'data/raw.csv.dvc', 'outs:\n- md5: abc\n  path: raw.csv\n', ['dataset data/raw.csv 1']],
  [
    'a pipeline of DVC',
    'dvc.yaml',
    'artifacts:\n  rows:\n    path: data/rows.xml\n    type: dataset\nstages:\n  train:\n    outs:\n    - model.pkl\n    - data/plot.png\n',
    ['dataset data/rows.xml 3', 'model model.pkl 8'],
  ],
  ['columns with name and folder', 'data/train.parquet', binary('PAR1', 0), ['dataset data/train.parquet 1 ?ai']],
  ['an array without a sign', 'src/grid.npy', NPY, ['dataset src/grid.npy 1 ?use']],
  ['an array in a folder of datasets', 'tools/datasets/boxes.npy', NPY, ['dataset tools/datasets/boxes.npy 1 ?ai']],
  ['rows with text and label', 'data/train.csv', 'text,label\na,b\n', ['dataset data/train.csv 1 ?ai']],
  [
    'questions and answers of a test as JSON',
    'tests/cases/letters.json',
    '[{"question": "a", "answer": "b"}]',
    ['dataset tests/cases/letters.json 1 ?use'],
  ],
  ['any other JSON of a test', 'tests/data/letters.json', '[{"name": "a", "size": 3}]', []],
  ['a CSV of a test', 'tests/sample.csv', 'question,answer\na,b\n', ['dataset tests/sample.csv 1 ?use']],
  ['a CSV of a page', 'docs/files/normal.csv', 'site,lon,lat\n', ['dataset docs/files/normal.csv 1 ?use']],
  ['results of a run', 'data/results.csv', 'question,answer\n', ['dataset data/results.csv 1 ?use']],
  ['settings in JSON', 'src/settings.json', '{"a": 1}', []],
  ['documents of a knowledge folder', 'knowledge/returns.md', '# Returns\n', ['dataset knowledge 1 ?ai']],
  [
    'list of data sets of a tool for fine-tuning',
    'data/dataset_info.json',
    '{\n"house": {"file_name": "house.json"},\n"songs": {"hf_hub_url": "orchard/songs", "ms_hub_url": "grove/songs"}\n}\n',
    ['dataset data/house.json 2', 'dataset orchard/songs 3'],
  ],
  [
    'questions with answers as YAML, in a folder of sets',
    'sets/sums/halves.yaml',
    '- question: Half of a third?\n  answer: a sixth\n- question: Half of ten?\n  answer: "5"\n',
    ['dataset sets/sums/halves.yaml 1 ?ai'],
  ],
  [
    'assets of a spaCy project',
    'project.yml',
    'title: "Tagger"\nassets:\n  - dest: "assets/mails.jsonl"\n  - dest: "assets/vectors.en.gz"\n    url: "https://files.example/v.gz"\ncommands:\n  - name: train\n',
    ['dataset assets/mails.jsonl 3', 'model assets/vectors.en.gz 4'],
  ],
  ['data.yaml of YOLO', 'yolo/data.yaml', 'train: a\nval: b\nnc: 1\nnames: [x]\n', ['dataset yolo/data.yaml 1']],
];
