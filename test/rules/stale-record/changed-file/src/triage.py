from openai import OpenAI

TEXT = open("prompts/triage.txt").read()


def triage(ticket: str) -> str:
    messages = [{"role": "system", "content": TEXT}, {"role": "user", "content": ticket}]
    return OpenAI().chat.completions.create(model="gpt-4o-2024-11-20", messages=messages).choices[0].message.content
