from openai import OpenAI

SYSTEM_PROMPT = """You are the support assistant of a bicycle shop.
Answer in at most five sentences. Never promise a refund."""


def ask(question: str):
    return OpenAI().chat.completions.create(
        model="gpt-4o",  # ai-baseline-ignore undocumented-model -- not what this case is about
        messages=[{"role": "system", "content": SYSTEM_PROMPT}, {"role": "user", "content": question}],
    )
