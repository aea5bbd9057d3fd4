/** Templates of files that use models, prompts and datasets. Each gives a text. */
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'o3-mini', 'gpt-4-turbo'];
const CLAUDES = ['claude-3-5-sonnet-20241022', 'claude-3-haiku-20240307', 'claude-sonnet-4-20250514'];
const TASKS = ['summary', 'triage', 'answer', 'review', 'title', 'translation', 'label'];

const openai = (random) => `from openai import OpenAI

client = OpenAI()
MODEL = "${random.pick(MODELS)}"
SYSTEM_PROMPT = """You are an assistant for the ${random.pick(TASKS)} of tickets.
Answer in at most ${3 + random.below(9)} sentences, and say so when you do not know."""


def ${random.pick(TASKS)}(question: str) -> str:
    answer = client.chat.completions.create(
        model=MODEL,
        temperature=0.${random.below(9)},
        messages=[{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}],
    )
    return answer.choices[0].message.content
`;

const chain = (random) => `from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from langchain_core.prompts import ChatPromptTemplate

llm = ChatOpenAI(model="${random.pick(MODELS)}", temperature=0)
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
prompt = ChatPromptTemplate.from_messages([
    ("system", "You write the ${random.pick(TASKS)} of a customer's letter number ${random.below(10000)}."),
    ("user", "{letter}"),
])
chain = prompt | llm
`;

const training = (random) => `import pandas as pd
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer

BASE = "distilbert-base-uncased"
frame = pd.read_csv("data/${random.pick(TASKS)}-${random.below(500)}.csv")
extra = load_dataset("imdb", split="train")
tokenizer = AutoTokenizer.from_pretrained(BASE)
model = AutoModelForSequenceClassification.from_pretrained(BASE, num_labels=${2 + random.below(5)})
`;

const sdk = (random) => `import { generateText } from 'ai';
import { anthropic } from '@ai-sdk/anthropic';

const SYSTEM = \`You are careful. Write the ${random.pick(TASKS)} of what follows, number ${random.below(10000)}.\`;

export async function ${random.pick(TASKS)}(text: string): Promise<string> {
  const answer = await generateText({ model: anthropic('${random.pick(CLAUDES)}'), system: SYSTEM, prompt: text });
  return answer.text;
}
`;

const settings = (random) => `service:
  llm:
    model: ${random.pick(MODELS)}
    temperature: 0.${random.below(9)}
    max_tokens: ${random.below(4000)}
`;

const prompt = (random) => `You are a helpful assistant for the ${random.pick(TASKS)} of letters.

Rules:
- answer in the language of the letter
- never promise more than ${random.below(50)} euros

Letter: {{letter}}
`;

const notebook = (random) =>
  JSON.stringify({
    cells: [
      { cell_type: 'markdown', metadata: {}, source: [`# ${random.pick(TASKS)}\n`] },
      { cell_type: 'code', metadata: {}, outputs: [], execution_count: 1, source: openai(random).split(/(?<=\n)/) },
    ],
    metadata: { kernelspec: { language: 'python', name: 'python3', display_name: 'Python 3' } },
    nbformat: 4,
    nbformat_minor: 5,
  });

const readme = (random) => `# The ${random.pick(TASKS)} service

It uses ${random.pick(MODELS)} by OpenAI for the ${random.pick(TASKS)}, and ${random.pick(CLAUDES)} by Anthropic where that is
asked for; both are bound to the terms of use of their makers.
`;

/** Template, extension, share in a hundred. */
export const WITH_AI = [
  [openai, 'py', 25],
  [chain, 'py', 15],
  [training, 'py', 10],
  [sdk, 'ts', 20],
  [settings, 'yaml', 8],
  [prompt, 'prompt.md', 8],
  [notebook, 'ipynb', 6],
  [readme, 'md', 8],
];
