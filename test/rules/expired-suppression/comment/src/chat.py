from openai import OpenAI

client = OpenAI()


def answer(question: str) -> str:
    # ai-baseline-ignore-next-line undocumented-model until=2026-10-31 -- replaced in October
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
