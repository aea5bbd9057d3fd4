from openai import OpenAI

client = OpenAI()

with open("data/train.jsonl", "rb") as examples:
    uploaded = client.files.create(file=examples, purpose="fine-tune")
