import json
from openai import OpenAI

client = OpenAI()

SYSTEM_PROMPT = """You are the support assistant of a shop.
Answer questions about orders. Never promise a refund."""


def answer(question):
    reply = client.chat.completions.create(
        model="gpt-4o-2024-11-20",
        temperature=0.2,
        messages=[{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}],
    )
    return reply.choices[0].message.content
