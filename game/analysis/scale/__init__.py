"""Work on several processes: in order, whatever becomes of a process, and with little held in memory."""
