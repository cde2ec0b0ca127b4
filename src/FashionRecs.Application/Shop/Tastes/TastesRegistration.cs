using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>Registers learning from the shop's own shoppers.</summary>
internal static class TastesRegistration
{
    public static IServiceCollection AddTastes(this IServiceCollection services)
    {
        services.AddSettings<TasteOptions>("Tastes");
        services.AddSingleton<CurrentTaste>();
        services.AddSingleton<TasteLearner>();
        return services;
    }
}
