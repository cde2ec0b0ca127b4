using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <inheritdoc />
    public partial class ShopperOrigin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Shoppers",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Shoppers");
        }
    }
}
