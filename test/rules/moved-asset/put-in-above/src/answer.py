from openai import OpenAI

client = OpenAI()


def answer(question: str) -> list:
    replies = []
    replies.append(
        client.chat.completions.create(
            model="gpt-4o-2024-11-20",
            messages=[
                {"role": "system", "content": "You are a careful editor. Correct the spelling of the question."},
                {"role": "user", "content": question},
            ],
        )
    )
    replies.append(
        client.chat.completions.create(
            model="gpt-4o-2024-11-20",
            messages=[
                {"role": "system", "content": "You are a translator. Translate the question into English."},
                {"role": "user", "content": question},
            ],
        )
    )
    replies.append(
        client.chat.completions.create(
            model="gpt-4o-2024-11-20",
            messages=[
                {"role": "system", "content": "You are the support assistant of a shop. Answer briefly."},
                {"role": "user", "content": question},
            ],
        )
    )
    return replies
