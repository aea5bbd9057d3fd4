from sentence_transformers import SentenceTransformer

model = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2", revision="8B3219A92973C328A8E22FADCFA821B5DC75636A")
