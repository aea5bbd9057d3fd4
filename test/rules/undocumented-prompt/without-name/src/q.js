import OpenAI from 'openai';

const client = new OpenAI();

await client.chat.completions.create({
  model: process.env.MODEL,
  messages: [
    { role: 'system', content: 'You are a careful helper who answers in one short sentence.' },
    { role: 'user', content: 'Tell me in one sentence what a tide is and why there are two.' },
  ],
});
await client.chat.completions.create({
  model: process.env.MODEL,
  messages: [{ role: 'system', content: 'You are a strict judge who answers with yes or no only.' }],
});

export async function answer() {
  return client.chat.completions.create({
    model: process.env.MODEL,
    messages: [{ role: 'system', content: 'You are a translator who answers in plain French only.' }],
  });
}
