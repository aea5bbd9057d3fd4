import type { FileCase } from './file-case';

/** Settings as the JVM, .NET and Android keep them, and what workflows fetch. */
export const jvmSettingsCases: FileCase[] = [
  [
    'a profile of Quarkus, and documents on the class path',
    'src/main/resources/application.properties',
    '%openai.quarkus.langchain4j.openai.chat-model.model-name=gpt-4o-mini\noffice.leaflets=classpath:leaflets/*.txt\noffice.prompts=classpath:prompts/*.txt\noffice.pages=classpath:templates/*.html\n',
    ['model gpt-4o-mini 1', 'dataset leaflets 2 ?ai'],
  ],
  [
    'documents one by one, weights under any key, and pages',
    'src/main/resources/application.yml',
    'app:\n  documents:\n    - classpath:/data/fees.pdf\n    - file:data/rules.md\n  pages:\n    - classpath:/data/start.html\n  scorer: classpath:nets/risk.pmml\n  ner: nets/people.crf.ser.gz\n',
    [
      'dataset data/fees.pdf 3 ?ai',
      'dataset data/rules.md 4 ?ai',
      'model classpath:nets/risk.pmml 7 ?ai',
      'model nets/people.crf.ser.gz 8 ?ai',
    ],
  ],
  [
    'rows of fastText',
    'text/letters.txt',
    '__label__bill Please pay by May\n__label__greeting Best wishes\n',
    ['dataset text/letters.txt 1 ?ai'],
  ],
  [
    'a conversation of LLamaSharp',
    'Assets/teacher.json',
    '{ "messages": [\n{ "author_role": "System", "content": "You are a patient teacher. Correct every sentence and explain one rule." },\n{ "author_role": "User", "content": "She go home." } ] }\n',
    ['prompt Assets/teacher.json 2 ?ai'],
  ],
  [
    'data that a model of ML.NET is built from',
    'Models/Leaf.mbconfig',
    '{ "Scenario": "Classification", "DataSource": { "Type": "TabularFile", "FilePath": "../data/leaves.tsv" }, "Type": "TrainingConfig" }\n',
    ['dataset ../data/leaves.tsv 1 ?ai'],
  ],
  [
    'where a service lies',
    'application.yml',
    'spring:\n  datasource:\n    url: jdbc:postgresql://localhost/mails\n    name: office/mails\nenv:\n  IMAGE_MODEL_ID: stability.sd3-5-large-v1:0\n  IMAGE_ID: ami-0123\n',
    ['model stability.sd3-5-large-v1:0 6'],
  ],
  [
    'settings of several kinds in XML',
    'res/xml/defaults.xml',
    '<a>\n<entry><key>diary_model</key><value>gemini-2.5-flash</value></entry>\n<add key="Ai:ChatModel" value="gpt-4o-mini" />\n<string name="car_model">roadster</string>\n<string name="llm_model">claude-3-5-haiku-latest</string>\n</a>\n',
    ['model gemini-2.5-flash 2', 'model gpt-4o-mini 3', 'model claude-3-5-haiku-latest 5'],
  ],
  [
    'weights that a workflow fetches, and nothing else of models',
    '.github/workflows/build.yml',
    'on: push\njobs:\n  a:\n    steps:\n      - run: curl -L -o a.bin https://huggingface.co/orchard/apples/resolve/main/ggml-apples.bin\n',
    ['model ggml-apples.bin 5'],
  ],
  [
    'models by what they are used for',
    'src/main/resources/application.yml',
    'embabel:\n  models:\n    default-llm: gpt-4.1-mini\n    llms:\n      best: gpt-4.1\n      cheapest: harbour-9\n',
    ['model gpt-4.1-mini 3', 'model gpt-4.1 5'],
  ],
];
