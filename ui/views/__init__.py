"""The parts of the page, drawn with Streamlit. Each takes what it needs and draws itself."""
