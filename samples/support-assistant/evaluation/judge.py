"""Lets a second model judge the assistant's answers."""

import json

import anthropic

from assistant.answer import answer

JUDGE_MODEL = "claude-sonnet-4-5"

JUDGE_PROMPT = """You judge the answer of a support assistant.
Question: {question}
Expected: {expected}
Answer: {answer}
Reply with JSON only: {{"correct": true or false, "reason": "one sentence"}}"""

client = anthropic.Anthropic()


def judge(question, expected):
    reply = client.messages.create(
        model=JUDGE_MODEL,
        max_tokens=200,
        messages=[
            {
                "role": "user",
                "content": JUDGE_PROMPT.format(question=question, expected=expected, answer=answer(question)),
            }
        ],
    )
    return json.loads(reply.content[0].text)


def main():
    with open("data/questions_eval.jsonl", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    results = [judge(case["question"], case["expected"]) for case in cases]
    print(sum(result["correct"] for result in results), "of", len(results), "correct")


if __name__ == "__main__":
    main()
