import OpenAI from 'openai';

await new OpenAI().chat.completions.create({
  model: process.env.MODEL,
  messages: [{ role: 'system', content: 'You are a careful helper who answers in one short sentence.' }],
});
