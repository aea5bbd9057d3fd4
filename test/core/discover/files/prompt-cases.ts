import type { FileCase } from './file-case';

const PROMPT = 'You are a careful clerk. Answer only from the context.\n\nContext: {context}\n';

/** Prompts and instructions. */
export const promptCases: FileCase[] = [
  [
    'prompty with its model',
    'chat.prompty',
    '---\nname: x\nmodel:\n  configuration:\n    azure_deployment: gpt-4o-mini\n---\nsystem:\nYou are kind.\n',
    ['prompt chat.prompty 1', 'model gpt-4o-mini 5'],
  ],
  [
    'prompty without a model yet',
    'basic.prompty',
    '---\nmodel:\n  configuration:\n    azure_deployment: <your-deployment>\n---\nsystem:\nYou are kind.\n',
    ['prompt basic.prompty 1'],
  ],
  [
    'GitHub prompt',
    'x.prompt.yml',
    'messages:\n  - role: system\n    content: Sort it.\nmodel: openai/gpt-4o\n',
    ['prompt x.prompt.yml 1', 'model gpt-4o 4'],
  ],
  [
    'Dotprompt',
    'menu.prompt',
    '---\nmodel: googleai/gemini-1.5-flash\n---\nInvent a dish of {{theme}}.\n',
    ['prompt menu.prompt 1', 'model gemini-1.5-flash 2'],
  ],
  [
    'prompts in environment variables',
    '.env.example',
    'GREETING="You have a new message. Do not answer it."\nSYSTEM_PROMPT="You are a clerk of a small library.\nAnswer only from the catalogue."\nMODELS=`[{ "name": "gpt-4o", "preprompt": "You are a clerk. Never guess, always cite the shelf." }]`\n',
    ['prompt .env.example 2', 'prompt .env.example 4', 'model gpt-4o 4'],
  ],
  ['very short instructions of an agent', 'AGENTS.md', 'Be nice\n', ['prompt AGENTS.md 1']],
  ['empty instructions of an agent', 'AGENTS.md', '\n \n', []],
  ['instructions of an agent', 'AGENTS.md', '# How to work here\n', ['prompt AGENTS.md 1']],
  [
    'a chat mode with a display name',
    '.github/chatmodes/plan.chatmode.md',
    '---\nmodel: GPT-4.1 (copilot)\n---\nPlan it.\n',
    ['prompt .github/chatmodes/plan.chatmode.md 1', 'model gpt-4.1 2'],
  ],
  [
    'a rule of an editor',
    '.cursor/rules/style.mdc',
    '---\nglobs: "*.ts"\n---\nBe terse.\n',
    ['prompt .cursor/rules/style.mdc 1'],
  ],
  ['a skill', 'skills/pdf/SKILL.md', '---\nname: pdf\ndescription: x\n---\nDo it.\n', ['prompt skills/pdf/SKILL.md 1']],
  ['what a skill refers to', '.claude/skills/pdf/reference.md', '# Reference of the format\n', []],
  ['a readme among commands', '.claude/commands/README.md', 'What lies here.\n', []],
  [
    'a workflow for an agent',
    '.github/workflows/triage.md',
    '---\non: issues\nengine: claude\n---\nSort the issue.\n',
    ['prompt .github/workflows/triage.md 1'],
  ],
  ['a text in a folder of prompts', 'app/prompts/answer.txt', PROMPT, ['prompt app/prompts/answer.txt 1']],
  ['a file without extension there', 'app/preprompts/answer', PROMPT, ['prompt app/preprompts/answer 1']],
  ['Markdown there that speaks to a model', 'app/prompts/answer.md', PROMPT, ['prompt app/prompts/answer.md 1 ?ai']],
  [
    'documentation of a library for the terminal',
    'docs/prompts/select.md',
    '# Select\n\nAsks a person to choose from a list.\n',
    ['prompt docs/prompts/select.md 1 ?use'],
  ],
  ['a readme there', 'app/prompts/README.md', PROMPT, []],
  ['code there', 'lib/prompts/select.js', 'module.exports = 1', []],
  [
    'a template of a chat',
    'flow/chat.jinja2',
    'system:\nBe kind.\n\nuser:\n{{question}}\n',
    ['prompt flow/chat.jinja2 1'],
  ],
  [
    'prompts under keys',
    'conf/texts.yaml',
    'system_prompt: |\n  You are a clerk. Answer in JSON.\nport: 3\n',
    ['prompt conf/texts.yaml 1'],
  ],
  [
    'agents of a crew',
    'config/agents.yaml',
    'clerk:\n  role: Senior clerk of the office\n  goal: Sort all of the letters by sender\n  backstory: You are known to be exact with every letter.\n',
    ['prompt config/agents.yaml 2', 'prompt config/agents.yaml 3', 'prompt config/agents.yaml 4'],
  ],
  [
    'a question to a person under such a key',
    'conf/ask.yaml',
    'prompt: "Enter your name please, then press return"\n',
    [],
  ],
  [
    'promptfoo',
    'eval/promptfooconfig.yaml',
    'prompts:\n  - "Write a tweet about {{topic}}"\n  - file://x.txt\nproviders:\n  - openai:gpt-4\n  - id: anthropic:messages:claude-3-haiku-20240307\ntests: cases.csv\n',
    [
      'prompt eval/promptfooconfig.yaml 2',
      'dataset eval/cases.csv 7',
      'model gpt-4 5',
      'model claude-3-haiku-20240307 6',
    ],
  ],
  [
    'BAML',
    'src/main.baml',
    'client<llm> C {\n  options {\n    model "gpt-4o"\n  }\n}\nfunction F() {\n  prompt #"Sort {{ x }}"#\n}\n',
    ['prompt src/main.baml 1', 'model gpt-4o 3'],
  ],
  ['a record', 'notes/card.md', '---\nrecord: model-card\n---\nYou are a clerk.\n', []],
  ['a record below the records folder', 'ai-security/models/gpt-4o.yaml', 'model: gpt-4o\n', []],
  [
    'a prompt that begins like the name of a paper',
    'prompts/summary_v2.txt',
    'Summarise the article below in three sentences.\n\n{{article}}\n',
    ['prompt prompts/summary_v2.txt 1'],
  ],
  [
    'a folder of prompts with more in its name',
    'judge_prompts/rewrite.txt',
    'Rewrite the article so that it did not happen. Keep names.\n\nArticle:\n',
    ['prompt judge_prompts/rewrite.txt 1'],
  ],
  [
    'prompts of a script that asks a service',
    'ask.sh',
    'JUDGE_PROMPT="You compare two answers. Say SAME or DIFFERENT and nothing else."\nHELP="Usage: ask.sh QUESTION, you must give one."\nRULES_PROMPT=$(cat <<EOF\nYou answer in one sentence.\nNever guess.\nEOF\n)\ncurl https://api.openai.com/v1/chat/completions -d "{\\"model\\": \\"gpt-4o\\", \\"messages\\": [{\\"role\\": \\"system\\", \\"content\\": \\"$JUDGE_PROMPT\\"}, {\\"role\\": \\"system\\", \\"content\\": \\"You sort letters. Name one folder.\\"}]}"\n',
    ['prompt JUDGE_PROMPT 1', 'prompt RULES_PROMPT 4', 'prompt request:system 8', 'model gpt-4o 8'],
  ],
  [
    'questions of a script to a person',
    'install.sh',
    'PROMPT="You are about to install it. You must type yes to continue."\nread -p "$PROMPT" answer\n',
    [],
  ],
];
