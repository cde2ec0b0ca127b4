using System.Collections.Concurrent;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Storage.Tests.Jobs;

/// <summary>Keeps what it was told.</summary>
internal sealed class ToldJobs : IJobLog
{
    public ConcurrentQueue<TimeSpan?> Pauses { get; } = new();

    public ConcurrentQueue<string> Waited { get; } = new();

    public void Began(Job job)
    {
    }

    public void Ended(Job job)
    {
    }

    public void Failed(Job job, string reason, TimeSpan? pause, Exception? exception) => Pauses.Enqueue(pause);

    public void Waits(string reason, Exception? exception) => Waited.Enqueue(reason);
}
