using FashionRecs.Experiments.Assignment;

namespace FashionRecs.Experiments.Tests.Assignment;

public class ArmOverrideTests
{
    /// <summary>The vectors "getQueryStringOverride" of GrowthBook's SDK test suite; the key is always "my-test".</summary>
    [Theory]
    [InlineData("", 2, null)]
    [InlineData("http://example.com", 2, null)]
    [InlineData("http://example.com?", 2, null)]
    [InlineData("http://example.com?somequery", 2, null)]
    [InlineData("http://example.com??&&&?#", 2, null)]
    [InlineData("http://example.com?my-test=0", 2, 0)]
    [InlineData("http://example.com?my-test=1", 2, 1)]
    [InlineData("http://example.com?my-test=-1", 2, null)]
    [InlineData("http://example.com?my-test=2.054", 2, null)]
    [InlineData("http://example.com?my-test=foo", 2, null)]
    [InlineData("http://example.com?my-test=5", 2, null)]
    [InlineData("http://example.com?my-test=5", 6, 5)]
    [InlineData("http://example.com?my-test=5", 5, null)]
    [InlineData("http://example.com?foo=bar&my-test=1", 2, 1)]
    [InlineData("http://example.com?foo=bar&my-test=1&bar=baz", 2, 1)]
    [InlineData("http://example.com?my-test=1#foo", 2, 1)]
    public void FromUrl_PublishedVector_IsEqual(string url, int arms, int? expected) =>
        Assert.Equal(expected, ArmOverride.FromUrl("my-test", url, arms));
}
