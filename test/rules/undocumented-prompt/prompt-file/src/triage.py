from pathlib import Path

from openai import OpenAI

PROMPT = Path("prompts/triage.txt").read_text()


def triage(ticket: str):
    return OpenAI().chat.completions.create(
        model="gpt-4o",  # ai-baseline-ignore undocumented-model -- not what this case is about
        messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": ticket}],
    )
