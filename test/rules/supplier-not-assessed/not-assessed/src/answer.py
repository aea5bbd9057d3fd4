"""Answers tickets."""

from openai import OpenAI


def answer(question: str) -> str:
    client = OpenAI()
    reply = client.chat.completions.create(
        model="gpt-4o-2024-11-20",
        messages=[
            {"role": "user", "content": question},
        ],
    )
    return reply.choices[0].message.content
