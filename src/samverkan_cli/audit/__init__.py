"""The audit: replays the history of every case and says where the trail breaks."""
