"""Commands killed, failed, stopped and raced: nothing lost, nothing half-done."""
