import OpenAI from 'openai';

const MODEL = 'gpt-4o-mini';
const client = new OpenAI();

export async function answer(question: string) {
  return client.chat.completions.create({ model: MODEL, messages: [{ role: 'user', content: question }] });
}
