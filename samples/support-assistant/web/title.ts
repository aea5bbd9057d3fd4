import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

/** Writes a short title for a conversation from its first message. */
export async function titleFor(message: string): Promise<string> {
  const { text } = await generateText({
    model: openai('gpt-4.1-nano'),
    system: `You write titles for conversations with a bicycle shop.
Answer with at most six words, no quotes, in the language of the message.`,
    prompt: message,
  });
  return text.trim();
}
