"""The oversight room: are the rules kept?"""
