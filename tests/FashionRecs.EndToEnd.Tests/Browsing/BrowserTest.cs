namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>A test with visitors. Each leaves a screenshot behind when the test failed.</summary>
public abstract class BrowserTest(Browser browser, string address) : IAsyncDisposable
{
    private readonly List<Visitor> visitors = [];

    /// <summary>A new visitor.</summary>
    /// <param name="dark">Whether they prefer dark pages.</param>
    /// <param name="phone">Whether they come by phone.</param>
    /// <param name="elsewhere">Another shop that they come to; null for that of the test.</param>
    protected async Task<Visitor> VisitAsync(bool dark = false, bool phone = false, ShopServer? elsewhere = null)
    {
        var visitor = await browser.VisitAsync(elsewhere?.Address ?? address, dark, phone);
        visitors.Add(visitor);
        return visitor;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (visitor, number) in visitors.Select((visitor, at) => (visitor, at + 1)))
        {
            if (failed)
            {
                var path = await visitor.PictureAsync($"{TestContext.Current.TestMethod?.MethodName ?? "test"}-{number}");
                TestContext.Current.AddAttachment(Path.GetFileName(path), await File.ReadAllBytesAsync(path), "image/png");
            }

            await visitor.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
