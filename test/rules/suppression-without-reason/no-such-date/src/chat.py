from openai import OpenAI

client = OpenAI()


def answer(question: str) -> str:
    # ai-baseline-ignore-next-line undocumented-model -- replaced next month until=soon
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content


def other(question: str) -> str:
    # ai-baseline-ignore-next-line undocumented-model until=2027-02-30 -- replaced next year
    reply = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
