"""Answers a question from the articles."""

from openai import OpenAI

from assistant.config import CHAT_MODEL
from assistant.index import search
from assistant.prompts import ANSWER_TEMPLATE, SYSTEM_PROMPT

client = OpenAI()


def answer(question):
    articles = "\n\n".join(search(question))
    reply = client.chat.completions.create(
        model=CHAT_MODEL,
        temperature=0.2,
        max_tokens=400,
        messages=[
            {"role": "system", "content": SYSTEM_PROMPT},
            {"role": "user", "content": ANSWER_TEMPLATE.format(articles=articles, question=question)},
        ],
    )
    return reply.choices[0].message.content
