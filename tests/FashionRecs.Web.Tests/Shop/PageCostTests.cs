using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FashionRecs.Web.Tests.Shop;

/// <summary>A page asks the stores once whether the catalog changed and once whether the shopper did: all is of one moment.</summary>
public class PageCostTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/catalog")]
    [InlineData("/product/p1")]
    [InlineData("/product/p1?but=neckline_design:Round%20Neckline")]
    [InlineData("/saved")]
    [InlineData("/style")]
    [InlineData("/quiz?run=0123456789abcdef0123456789abcdef")]
    [InlineData("/account")]
    public async Task Page_OnAWarmCache_AsksForEachRevisionAtMostOnce(string path)
    {
        var asked = new List<string>();
        await using var empty = new EmptyShop();
        await using var shop = empty.WithWebHostBuilder(builder =>
            builder.UseSetting("Complements:Fresh", "00:10:00").ConfigureTestServices(services =>
        {
            // Workers behind the pages look for news of their own, and so does what is learned from all shoppers, once a second.
            foreach (var worker in services.Where(IsWorker).ToArray())
            {
                services.Remove(worker);
            }

            Count<ICatalogStore>(services, asked);
            Count<IShopperStore>(services, asked);
        }));
        foreach (var id in new[] { "p0", "p1", "p2" })
        {
            var facts = new ProductFacts(id, $"Product {id}", "Dress", "Garment", "Ladieswear", "Black", "Solid", 9.99m, "A dress.");
            var neck = AttributeVocabularyFile.Default.TryFind("neckline_design", id == "p2" ? "Round Neckline" : "V Neckline")!;
            await shop.Services.GetRequiredService<ProductImport>().ImportAsync(facts, Encoding.UTF8.GetBytes(id), new FakeProjector(neck));
        }

        var client = shop.CreateClient();
        await client.PostAsJsonAsync("/clicks", new { id = Guid.NewGuid(), kind = "like", product = "p0" });
        await client.GetStringAsync(path);
        asked.Clear();

        await client.GetStringAsync(path);

        Assert.Contains("IShopperStore.RevisionAsync", asked);
        Assert.Equal(asked.Distinct(), asked);
    }

    private static bool IsWorker(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType?.Assembly ?? service.ImplementationFactory?.Method.Module.Assembly)
            == typeof(FashionRecs.Web.Layout.App).Assembly;

    private static void Count<T>(IServiceCollection services, List<string> asked)
        where T : class
    {
        var real = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => Counting<T>.Of((T)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!), asked));
    }

    /// <summary>Passes calls on and writes down their names.</summary>
    public class Counting<T> : DispatchProxy
        where T : class
    {
        private (T Real, List<string> Asked) inside;

        public static T Of(T real, List<string> asked)
        {
            var proxy = Create<T, Counting<T>>();
            ((Counting<T>)(object)proxy).inside = (real, asked);
            return proxy;
        }

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            lock (inside.Asked)
            {
                inside.Asked.Add($"{typeof(T).Name}.{method!.Name}");
            }

            return method.Invoke(inside.Real, arguments);
        }
    }
}
