"""Answers tickets."""

from openai import OpenAI

SYSTEM_PROMPT = """You are the support assistant of a shop.
Answer from the articles below, and promise nothing."""


def answer(question: str) -> str:
    client = OpenAI()
    reply = client.chat.completions.create(
        model="gpt-4o-2024-11-20",
        temperature=0.9,
        messages=[
            {"role": "system", "content": SYSTEM_PROMPT},
            {"role": "user", "content": question},
        ],
    )
    return reply.choices[0].message.content
