from openai import OpenAI

client = OpenAI()
reply = client.chat.completions.create(model="gpt-4o-2024-11-20", messages=[{"role": "user", "content": "Hi"}])
