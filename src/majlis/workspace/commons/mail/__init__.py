"""Mail: the server that takes it, what is written in it, and the one daily digest."""
