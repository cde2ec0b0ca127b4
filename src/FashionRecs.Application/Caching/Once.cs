namespace FashionRecs.Application.Caching;

/// <summary>
/// Makes something when it is first asked for; of many who ask one makes it and the others wait. Where making it fails the next who asks
/// tries again, since what failed may have been a database that is back by then. Safe to share between threads.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="make">Makes it; let go of afterwards.</param>
internal sealed class Once<T>(Func<T> make)
    where T : class
{
    private readonly Lock gate = new();
    private Func<T>? make = make;
    private T? made;

    /// <summary>Whether it was made.</summary>
    public bool IsMade => Volatile.Read(ref made) is not null;

    /// <summary>What is made.</summary>
    public T Value
    {
        get
        {
            if (Volatile.Read(ref made) is { } known)
            {
                return known;
            }

            lock (gate)
            {
                if (made is null)
                {
                    Volatile.Write(ref made, make!());
                    make = null;
                }

                return made;
            }
        }
    }
}
