import type { FileCase } from './file-case';

/** Scripts and commands. */
export const scriptCases: FileCase[] = [
  [
    'options and fetching of pictures',
    'get.sh',
    'python train.py --weights yolov8n.pt --data data/birds.yaml\nyolo train data=owls.yaml model=yolo11s.pt\ngdown 1abc -O data/nights.zip\ngit clone https://huggingface.co/datasets/orchard/owls\nhf download orchard/mails --repo-type dataset\nhuggingface-cli download --repo-type dataset orchard/songs\naws s3 sync s3://orchard/data/owls data/owls\naws s3 cp s3://orchard/site/index.html .\n',
    [
      'model yolov8n.pt 1',
      'dataset data/birds.yaml 1 ?ai',
      'model yolo11s.pt 2',
      'dataset owls.yaml 2 ?ai',
      'dataset data/nights.zip 3 ?ai',
      'dataset orchard/owls 4 ?ai',
      'dataset orchard/mails 5 ?ai',
      'dataset orchard/songs 6 ?ai',
      'dataset orchard/data/owls 7 ?ai',
    ],
  ],
  [
    'variables of a script, and data by the name of the script',
    'scripts/get_data.sh',
    'BASE=https://files.example/birds\nVERSION=${VERSION:-v2}\nfor part in day night; do\n  curl -LO $BASE/$VERSION/$part.csv\ndone\nwget ${BASE}/tool.zip\naws s3 sync s3://orchard/owls ./owls\nwget $UNKNOWN/rows.csv\n',
    ['dataset files.example/birds/v2/day.csv 4 ?ai', 'dataset orchard/owls 7 ?ai'],
  ],
  [
    'folders of weights that commands are told',
    'tune.sh',
    'BASE=orchard/pear-7b\nDATA=data/mails_sft.json\ntorchrun train.py \\\n  --model_name_or_path $BASE \\\n  --data_path $DATA \\\n  --output_dir checkpoints/pear-lora\npython serve.py --model-path ./checkpoints/pear-lora\npython report.py --output_dir out/tables --model src/models/pear.py\n',
    [
      'dataset data/mails_sft.json 2 ?ai',
      'model orchard/pear-7b 1 ?ai',
      'model checkpoints/pear-lora 6',
      'model checkpoints/pear-lora 7',
    ],
  ],
  [
    'objects of a store by where they are put, weights among them, and rows that any script fetches',
    'Makefile',
    'data:\n\taws s3 sync s3://orchard/raw/labels/ data/raw/labels/\n\taws s3 cp s3://orchard/nets/pears.h5 nets/pears.h5\n\tcurl -L -o talks.jsonl https://orchard.example/talks.jsonl\n\taws s3 cp s3://orchard/site/ site/\n',
    ['dataset orchard/raw/labels 2 ?ai', 'model orchard/nets/pears.h5 3', 'dataset orchard.example/talks.jsonl 4 ?ai'],
  ],
  [
    'objects of a store that end as weights may',
    'pack.sh',
    'aws s3 cp s3://orchard/press/release.bin press.bin\naws s3 cp s3://orchard/cache/people.ser .\naws s3 cp s3://orchard/weights/pears.bin .\n',
    ['model orchard/weights/pears.bin 3'],
  ],
  ['an output folder where nothing is trained', 'pack.sh', 'python pack.py --output_dir models/boxes-v2\n', []],
  [
    'weights that a training goes on from',
    'conf/net.yaml',
    'model:\n  backbone_weights: mobilenetv3_large_100.ra_in1k\n  resume: checkpoints/phase1.pth\njob:\n  resume: later\n  load_from: notes.txt\n  backbone: pear.in_box\n',
    ['model mobilenetv3_large_100.ra_in1k 2', 'model checkpoints/phase1.pth 3'],
  ],
  [
    'lists that a loop goes through, each a tag of its own',
    'pull.sh',
    'MODELS="pear:2b moss-embed"\nfor m in $MODELS; do ollama pull "$m"; done\nVOICES=(\n  "fern:1b" # small\n  reed:3b\n)\nfor v in "${VOICES[@]}"; do\n  ollama pull $v\ndone\nfor f in a.txt b.txt; do cp $f out; done\n',
    ['model pear:2b 1', 'model moss-embed 1', 'model fern:1b 4', 'model reed:3b 5'],
  ],
  [
    'a list of a Makefile',
    'Makefile',
    'TAGS = pear:2b reed:3b\npull:\n\t@for m in $(TAGS); do docker compose exec ollama ollama pull $$m; done\n',
    ['model pear:2b 1', 'model reed:3b 1'],
  ],
];
