"""Answers tickets."""

from openai import OpenAI


def answer(question: str) -> str:
    client = OpenAI()
    reply = client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "user", "content": question},
        ],
    )
    return reply.choices[0].message.content
