from openai import OpenAI

client = OpenAI()


def answer(question: str) -> str:
    # ai-baseline-ignore-next-line undocumented-model -- mine until=2020-01-01
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
