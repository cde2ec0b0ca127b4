using System.Collections.Concurrent;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Storage.Tests.Jobs;

/// <summary>Counts how often it was done to what.</summary>
internal sealed class CountingJob(Func<string, Action<int, int>, CancellationToken, Task>? act = null) : IJobKind
{
    public const string Kind = "counting";

    public ConcurrentDictionary<string, int> Times { get; } = new(StringComparer.Ordinal);

    public string Name { get; init; } = Kind;

    public int Version { get; init; } = 1;

    public string Title => "Counting";

    public bool IsOfServer { get; init; }

    public bool IsPossible { get; init; } = true;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public static WantedJob[] Wanted(int count) => [.. Enumerable.Range(0, count).Select(number => new WantedJob(Kind, 1, $"n{number}"))];

    public Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        Times.AddOrUpdate(subject, 1, (_, times) => times + 1);
        if (act is not null)
        {
            await act(subject, progress, cancellation);
        }
    }
}
