"""The shop's articles as a searchable index."""

from pathlib import Path

import chromadb
from openai import OpenAI

from assistant.config import ARTICLES, EMBEDDING_MODEL

client = OpenAI()
store = chromadb.PersistentClient(path="index").get_or_create_collection("articles")


def embed(texts):
    answer = client.embeddings.create(model=EMBEDDING_MODEL, input=texts)
    return [item.embedding for item in answer.data]


def build():
    files = sorted(Path(ARTICLES).glob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    store.add(ids=[file.stem for file in files], documents=texts, embeddings=embed(texts))


def search(question, count=3):
    return store.query(query_embeddings=embed([question]), n_results=count)["documents"][0]
